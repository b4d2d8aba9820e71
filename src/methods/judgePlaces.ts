import {benjaminiHochberg} from '../statistics/benjaminiHochberg.ts';
import {poissonTest} from '../statistics/poissonTest.ts';
import {rateRatio} from '../statistics/rateRatio.ts';
import {standardisedRatio} from '../statistics/standardisedRatio.ts';
import {groupsOf} from './groups.ts';
import type {MethodRow} from './method.ts';
import {verdictByQ} from './verdictByQ.ts';
import type {Place, PlaceSettings} from './hotSpots.ts';

/** Judges the places of each kind together. It runs in Node and in the browser. */
export function judgePlaces(places: readonly Place[], settings: PlaceSettings): MethodRow[] {
  return groupsOf(places, ['kind']).flatMap((kind) => judgeKind(kind, settings));
}

function judgeKind(places: readonly Place[], {confidence, least_expected, look, act}: PlaceSettings): MethodRow[] {
  const tested = places.filter(({expected}) => expected > 0 && expected >= least_expected);
  const tests = tested.map((place) => testOf(place, confidence));
  const q = benjaminiHochberg(tests.map(({p}) => p));
  return places.map((place) => {
    const {kind, first_member, second_member, observed, expected} = place;
    const at = tested.indexOf(place);
    const found = at < 0 ? undefined : {...tests[at]!, q: q[at]!};
    return {
      kind,
      first_member,
      second_member,
      observed,
      expected,
      ratio: found !== undefined && Number.isFinite(found.ratio) ? found.ratio : null,
      low: found?.low ?? null,
      high: found !== undefined && Number.isFinite(found.high) ? found.high : null,
      p: found?.p ?? null,
      q: found?.q ?? null,
      tested: tested.length,
      verdict: found === undefined ? 'too_few' : verdictByQ(found.q, {look, act})
    };
  });
}

function testOf({observed, expected, observed_before, total_before, total}: Place, confidence: number) {
  if (observed_before !== null && total_before !== null && total !== null && observed + observed_before > 0) {
    return rateRatio({events: [observed_before, observed], exposures: [total_before, total]}, confidence)!;
  }
  return {...standardisedRatio(observed, expected, confidence)!, p: poissonTest(observed, expected)};
}
