/** XZ. */
import type { Context, InnerFile } from "../record.js";
import { BoundedOutput } from "./inflate.js";

export async function* files(bytes: Uint8Array, context: Context): AsyncGenerator<InnerFile> {
  const { default: xz } = await import("xz-decompress");
  const output = new BoundedOutput(context.budget.room);
  const source = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(new Uint8Array(bytes));
      controller.close();
    },
  });
  const reader = new xz.XzReadableStream(source).getReader();
  for (;;) {
    context.budget.checkTime();
    const { done, value } = await reader.read();
    if (done) break;
    output.add(value);
  }
  const inner = output.finish();
  context.budget.take(inner.length);
  yield { name: "", bytes: inner };
}
