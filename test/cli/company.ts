import {Company, csv, registerRows} from '../run/company.ts';

/** A company whose register has been run, for commands that read figures. */
export async function companyThatRan(): Promise<Company> {
  const company = await Company.found();
  await company.write('register.csv', csv(registerRows(300)));
  const {status, stderr} = await company.run();
  if (status !== 0) throw new Error(stderr);
  return company;
}
