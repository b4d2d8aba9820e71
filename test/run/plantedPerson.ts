/** A person whose data is planted in every place that a person can end up in; none of it may be found again. */
export const PERSON = {
  name: '欧阳修远',
  customerId: 'KH-8837-2201',
  mobile: '13812345678',
  landline: '010-62345678',
  email: 'ouyang.xy@example.com',
  idCard: '11010519880723123X',
  bankCard: '6222021001116245702',
  plate: '京A·88X66'
} as const;

/** Other people whom the texts speak of. They are not customers, so their names can't be known. */
export const OTHERS = {
  mobile: '15998761234',
  landline: '0512-66778899',
  email: 'li_wei@mail.example.cn',
  idCard: '440301199105121235',
  bankCard: '4111111111111111',
  plate: '沪BD12345'
} as const;

/** What must be found nowhere: each value as it was written, and its digits where it has many. */
export const CANARIES: readonly string[] = [
  ...new Set(
    [...Object.values(PERSON), ...Object.values(OTHERS)].flatMap((value) => {
      const digits = value.replace(/[^0-9]/g, '');
      return digits.length >= 8 ? [value, digits] : [value];
    })
  )
];

/** The canaries that stand in a text, also those whose digits are set apart by blanks, hyphens or dots. */
export function canariesIn(text: string): string[] {
  const close = text.replace(/(?<=[0-9])[ .\-–](?=[0-9])/g, '');
  return CANARIES.filter((canary) => text.includes(canary) || close.includes(canary));
}
