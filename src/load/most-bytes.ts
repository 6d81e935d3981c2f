/** Of a module: nobody writes so much by hand. */
export const mostModuleBytes = 8_000_000;

/** Of a graph in JSON, which programs write. */
export const mostGraphBytes = 256_000_000;
