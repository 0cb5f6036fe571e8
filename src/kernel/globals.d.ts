/** What is used of WebAssembly, which the types of Node leave to those of browsers. */
declare namespace WebAssembly {
  class Module {
    constructor(bytes: Uint8Array);
  }
  class Memory {
    readonly buffer: ArrayBuffer;
    grow(pages: number): number;
  }
  class Instance {
    constructor(module: Module);
    readonly exports: unknown;
  }
}

/** Loops compiled to WebAssembly, in base 64: made by webassembly.js. */
declare module "*-loops.compiled.js" {
  const base64: string;
  export default base64;
}
