/** The part of seek-bzip that is used; the package has no types. */
declare module "seek-bzip" {
  const Bunzip: {
    decode(input: Uint8Array, output: { writeByte(byte: number): void }, multistream?: boolean): unknown;
  };
  export default Bunzip;
}
