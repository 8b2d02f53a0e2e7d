const LONGEST = 72;

/** An id that is free: the name of the node type, with a number when it is taken. */
export function freeNodeId(type: string, isTaken: (id: string) => boolean): string {
  const name = type.slice(type.indexOf('.') + 1).slice(0, LONGEST);
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? name : `${name}-${number}`;
    if (!isTaken(id)) return id;
  }
}
