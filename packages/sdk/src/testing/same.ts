/** Whether two types are the same, optional members and their `undefined` included; where one is looked for, none. */
export type Same<A, B> =
  (<T>() => T extends Flat<A> ? 1 : 2) extends <T>() => T extends Flat<B> ? 1 : 2 ? true : false;

/** The members of intersections as one object. */
export type Flat<T> = T extends (infer I)[]
  ? Flat<I>[]
  : T extends object
    ? { [K in keyof T]: T[K] }
    : T;
