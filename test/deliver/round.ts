import {mkdtemp, readFile, rm} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {deliverReport, type Outcome} from '../../src/deliver/deliverReport.ts';
import type {ReportParts} from '../../src/deliver/reportParts.ts';
import {readJournal, type Journal} from '../../src/run/journal.ts';
import {stateOf} from '../../src/run/state.ts';
import {deliveriesOf, exampleReport, SITE} from './exampleReport.ts';

/** A company whose reports are delivered: its state is in a folder of its own. */
export class Sender {
  private constructor(readonly folder: string) {}

  static async found(): Promise<Sender> {
    return new Sender(await mkdtemp(join(tmpdir(), 'huisheng-test-')));
  }

  get state() {
    return stateOf('company', this.folder);
  }

  get pipeline() {
    return {name: 'company', title: {'zh-CN': '云岭商贸', en: 'Yunling Trading'}, site: SITE};
  }

  /** Delivers to readers, told as entries of `deliver`. */
  async deliver(
    entries: Record<string, unknown>[],
    {
      again = false,
      report = exampleReport(),
      signal = new AbortController().signal,
      onRetry
    }: {
      again?: boolean;
      report?: ReportParts;
      signal?: AbortSignal;
      onRetry?: (reader: string, reason: string) => void;
    } = {}
  ): Promise<Outcome[]> {
    const readers = await deliveriesOf(...entries);
    return deliverReport(
      {pipeline: this.pipeline, state: this.state, report, readers},
      {again, signal, ...(onRetry && {onRetry})}
    );
  }

  journal(): Promise<Journal> {
    return readJournal(this.state);
  }

  journalText(): Promise<string> {
    return readFile(this.state.journal, 'utf8');
  }

  dissolve(): Promise<void> {
    return rm(this.folder, {recursive: true});
  }
}
