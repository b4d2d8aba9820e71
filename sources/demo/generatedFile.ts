/** A file that a generator makes up, as though a company had exported it. A cell without a value is null. */
export interface GeneratedFile {
  /** The name as it would lie in a folder, with its suffix `.csv`. */
  readonly name: string;
  readonly columns: readonly string[];
  /** One cell per column, in the order of the columns. */
  readonly rows: Iterable<readonly (string | null)[]>;
}
