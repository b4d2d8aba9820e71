import {normalQuantile} from './normalQuantile.ts';
import {BYAR_FROM, garwoodInterval} from './poissonInterval.ts';

/**
 * SQL macros with the results of wilsonInterval, poissonInterval and meanInterval over whole columns:
 * wilson_low/high(count, total), poisson_low/high(count), mean_low/high(sum, squares, total). Null where the total is 0 or null.
 */
export function intervalMacros(confidence = 0.95): string {
  const z = normalQuantile(confidence);
  const z2 = z * z;
  const wilson = (sign: string) =>
    `(count / total + ${z2} / (2 * total) ${sign} ${z} * sqrt(count / total * (1 - count / total) / total + ${z2} / (4 * total * total))) / (1 + ${z2} / total)`;
  const byar = (n: string, sign: string) => `${n} * pow(1 - 1 / (9 * ${n}) ${sign} ${z} / (3 * sqrt(${n})), 3)`;
  const small = Array.from({length: BYAR_FROM}, (_, count) => garwoodInterval(count, confidence));
  const exact = (side: 'low' | 'high') =>
    small.map((interval, count) => `when ${count} then ${interval[side]}`).join(' ');
  const half = `${z} * sqrt(greatest(0, squares / total - pow(sum / total, 2)) / total)`;
  return `
    create or replace temp macro wilson_low(count, total) as case when total > 0 then greatest(0, ${wilson('-')}) end;
    create or replace temp macro wilson_high(count, total) as case when total > 0 then least(1, ${wilson('+')}) end;
    create or replace temp macro poisson_low(count) as case count ${exact('low')} else ${byar('count', '-')} end;
    create or replace temp macro poisson_high(count) as case count ${exact('high')} else ${byar('(count + 1)', '+')} end;
    create or replace temp macro mean_low(sum, squares, total) as case when total > 0 then sum / total - ${half} end;
    create or replace temp macro mean_high(sum, squares, total) as case when total > 0 then sum / total + ${half} end;`;
}
