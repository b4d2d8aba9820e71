import type {Locale, SiteKpi, Unit} from '../../src/publish/siteData.ts';

/** What the page of evidence is told when it is built; it stands in the page as JSON. */
export interface EvidenceContext {
  locale: Locale;
  /** The way from the page to the site's root: .. */
  root: string;
  /** The periods that have cards, the latest first. */
  periods: {id: string; name: string}[];
  /** The heads of the scorecard. */
  kpis: {id: string; title: string; unit: Unit; kind: SiteKpi['kind']}[];
}
