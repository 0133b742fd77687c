// What a reader of a draft throws where there is none to read.

/** A text that is no Internet-Draft; the message says why, to be read behind "expected an Internet-Draft". */
export class NoDraft extends Error {}
