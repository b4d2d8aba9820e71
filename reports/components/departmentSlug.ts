import {createHash} from 'node:crypto';

/** The page name of a department: the same for the same name, whatever signs it is written in. */
export function departmentSlug(name: string): string {
  return createHash('sha256').update(name).digest('hex').slice(0, 10);
}
