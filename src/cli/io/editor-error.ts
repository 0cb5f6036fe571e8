/** The user's editor: there is none, or it fails. */
export class EditorError extends Error {
  override name = "EditorError";
}
