/**
 * The address under which a page's relative links come out right: a folder with a slash at its end, a page without.
 *
 * @param pathname a request's path, decoded
 * @param isFile whether the site holds a file, given by its path
 * @returns the other address, or undefined when the path is right as it is
 */
export function canonicalPath(pathname: string, isFile: (path: string) => boolean): string | undefined {
  if (pathname === '/' || pathname.includes('//')) return undefined;
  if (pathname.endsWith('/')) {
    const page = pathname.slice(0, -1);
    return !isFile(`${pathname}index.html`) && isFile(`${page}.html`) ? page : undefined;
  }
  return !isFile(pathname) && !isFile(`${pathname}.html`) && isFile(`${pathname}/index.html`)
    ? `${pathname}/`
    : undefined;
}
