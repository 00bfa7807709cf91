import { describe, expect, it } from "vitest";
import { createUploadQueue, type Uploader } from "./upload-queue.ts";

interface Call {
  name: string;
  signal: AbortSignal;
  onProgress: (progress: number) => void;
  end: (id: string) => Promise<void>;
  fail: (error: Error) => Promise<void>;
}

/** A server that answers when it is told to. */
function setUp(atOnce?: number) {
  const calls: Call[] = [];
  const upload: Uploader = (file, { signal, onProgress }) => {
    const { promise, resolve, reject } = Promise.withResolvers<{ id: string }>();
    const settle = (way: () => void) => {
      way();
      return promise.then(
        () => undefined,
        () => undefined,
      );
    };
    calls.push({
      name: file.name,
      signal,
      onProgress,
      end: (id) => settle(() => resolve({ id })),
      fail: (error) => settle(() => reject(error)),
    });
    return promise;
  };
  const queue = createUploadQueue(upload, atOnce);
  const shown = () => queue.read().map(({ name, state, progress }) => `${name} ${state} ${progress}`);
  const call = (name: string) => calls.findLast((one) => one.name === name) ?? expect.unreachable(`${name} was not uploaded`);
  return { queue, calls, call, shown };
}

const file = (name: string, type = "text/plain") => new File(["words"], name, { type });

describe("the upload queue", () => {
  it("uploads so many at once, in order, and tells how far each is", async () => {
    const { queue, calls, call, shown } = setUp(2);
    let changes = 0;
    const leave = queue.subscribe(() => (changes += 1));
    queue.add([file("a"), file("b"), file("c")]);
    expect(calls.map(({ name }) => name)).toEqual(["a", "b"]);
    expect(shown()).toEqual(["a uploading 0", "b uploading 0", "c uploading 0"]);
    call("a").onProgress(0.5);
    call("a").onProgress(0.501);
    call("a").onProgress(0.2);
    expect(shown()[0]).toBe("a uploading 0.5");
    expect(changes).toBe(2);
    await call("b").end("att-b");
    expect(calls.map(({ name }) => name)).toEqual(["a", "b", "c"]);
    expect(shown()).toEqual(["a uploading 0.5", "b ready 1", "c uploading 0"]);
    leave();
    await call("a").end("att-a");
    expect(changes).toBe(3);
  });

  it("answers the ids of what is there, in order, and keeps what is not", async () => {
    const { queue, call, shown } = setUp();
    queue.add([file("a"), file("b"), file("c")]);
    await call("c").end("att-c");
    await call("a").end("att-a");
    expect(queue.take()).toEqual(["att-a", "att-c"]);
    expect(shown()).toEqual(["b uploading 0"]);
    expect(queue.take()).toEqual([]);
  });

  it("shows a failure, goes on with the next, and begins a failed one anew", async () => {
    const { queue, calls, call, shown } = setUp(1);
    queue.add([file("a"), file("b")]);
    await call("a").fail(new Error("lost"));
    expect(shown()).toEqual(["a failed 0", "b uploading 0"]);
    expect(queue.read()[0]?.error).toEqual({ reason: "INTERNAL" });
    const [failed] = queue.read();
    queue.retry(failed?.id ?? "");
    expect(shown()[0]).toBe("a uploading 0");
    expect(calls).toHaveLength(2);
    await call("b").end("att-b");
    await call("a").end("att-a");
    expect(queue.take()).toEqual(["att-a", "att-b"]);
  });

  it("stops what is removed, and hears no more of it", async () => {
    const { queue, call, shown } = setUp(1);
    queue.add([file("a"), file("b")]);
    const [first] = queue.read();
    queue.remove(first?.id ?? "");
    expect(call("a").signal.aborted).toBe(true);
    expect(shown()).toEqual(["b uploading 0"]);
    await call("a").end("att-a");
    expect(shown()).toEqual(["b uploading 0"]);
    queue.clear();
    expect(call("b").signal.aborted).toBe(true);
    expect(shown()).toEqual([]);
  });

  it("gives pictures an address to be shown by, and takes it back", async () => {
    const { queue } = setUp();
    queue.add([file("a.png", "image/png"), file("b.txt")]);
    const [picture, text] = queue.read();
    expect(text?.previewUrl).toBeUndefined();
    const url = picture?.previewUrl ?? expect.unreachable("no preview");
    expect(await (await fetch(url)).text()).toBe("words");
    queue.remove(picture?.id ?? "");
    await expect(fetch(url)).rejects.toThrow();
  });
});
