/** The add-in's version, printed on the Notes sheet and in the mark of each sheet of ours. A test holds it to package.json's. */
export const version = "0.1.0";
