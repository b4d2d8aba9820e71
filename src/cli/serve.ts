import {Command} from 'commander';
import type {End} from './main.ts';

export function serveCommand(_end: End): Command {
  return new Command('serve');
}
