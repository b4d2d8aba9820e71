/** What every answer says: the page may use nothing but what this server sends. */
const SECURITY_HEADERS: Record<string, string> = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'same-origin',
  'Cross-Origin-Opener-Policy': 'same-origin'
};

const POLICY =
  "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";

/** The script that runs SQL, in a worker of its own, by its place in the site. */
const WORKER = /^\/duckdb\/[\w.-]+\.worker\.js$/;

/** The headers of an answer. Compiled code may run in the worker that holds the database, and nowhere else. */
export function securityHeaders(pathname: string): Record<string, string> {
  const policy = WORKER.test(pathname) ? `${POLICY}; script-src 'self' 'wasm-unsafe-eval'` : POLICY;
  return {'Content-Security-Policy': policy, ...SECURITY_HEADERS};
}
