import {Command} from 'commander';
import type {End} from './main.ts';

export function startCommand(_end: End): Command {
  return new Command('start');
}
