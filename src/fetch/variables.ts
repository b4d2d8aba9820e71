import {ProblemsError} from '../config/problems.ts';

/** The environment variables that a source names as `${NAME}`, or `${NAME:-}` where it may lack. */
export interface Variables {
  /** Puts their values in. Throws a ProblemsError that names those that are missing. */
  expand(text: string, place: string): string;
  /** Keeps a text out of messages, besides the values that were put in. */
  conceal(secret: string): void;
  /** A message without the values: the names stand for them. */
  hide(message: string): string;
}

/** The environment variables that a source's settings need and that are not set. */
export function missingVariables(settings: unknown, environment: NodeJS.ProcessEnv): string[] {
  const named = [...JSON.stringify(settings).matchAll(/\$\{(\w+)\}/g)].map((match) => match[1]!);
  return [...new Set(named)].filter((name) => (environment[name] ?? '') === '');
}

/** Shorter texts are no secrets, and stand in every message by chance. */
const SHORTEST_SECRET = 4;

export function variablesOf(environment: NodeJS.ProcessEnv): Variables {
  const shown = new Map<string, string>();
  return {
    expand(text, place) {
      const missing = new Set<string>();
      const expanded = text.replace(/\$\{(\w+)(:-)?\}/g, (written, name: string, mayLack?: string) => {
        const value = environment[name] ?? '';
        if (value === '' && mayLack === undefined) missing.add(name);
        shown.set(value, written);
        return value;
      });
      if (missing.size > 0) {
        throw new ProblemsError(
          [...missing].map((name) => `${place}: the environment variable ${name} is not set; set it for this command`)
        );
      }
      return expanded;
    },
    conceal(secret) {
      if (!shown.has(secret)) shown.set(secret, '***');
    },
    hide(message) {
      const secrets = [...shown.keys()].filter(({length}) => length >= SHORTEST_SECRET);
      secrets.sort((a, b) => b.length - a.length);
      return secrets.reduce((text, secret) => text.replaceAll(secret, () => shown.get(secret)!), message);
    }
  };
}
