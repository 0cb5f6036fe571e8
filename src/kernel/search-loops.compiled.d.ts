/** search-loops.ts compiled to WebAssembly, in base 64: made by webassembly.js. */
declare const base64: string;
export default base64;
