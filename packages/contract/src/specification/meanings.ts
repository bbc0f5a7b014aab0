/** What the doc comments of the contract say, so that the pages write no meaning a second time. */
export interface Meanings {
  /** By `Noun` and `Noun.member.member`; of an endpoint's own members by `readMe.query.member`. */
  readonly texts: ReadonlyMap<string, string>;
  /** The file that declares a noun, without its ending. */
  readonly homes: ReadonlyMap<string, string>;
}
