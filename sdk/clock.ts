/** The only source of "now". The process has a real one; tests, demo and simulation move theirs. */
export type Clock = { now(): Date };
