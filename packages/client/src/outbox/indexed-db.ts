import type { OutboxOwner, OutboxStorage, StoredMessage } from "./outbox-storage.ts";

const databaseName = "chat-outbox";
const storeName = "messages";

type Work<T> = (store: IDBObjectStore) => IDBRequest<T>;

/** Keys are [server, user, clientId], and clientIds rise with time: a range of keys is one person's outbox, in order. */
export function createIndexedDbStorage(factory: IDBFactory): OutboxStorage {
  let opening: Promise<IDBDatabase> | undefined;

  const open = (): Promise<IDBDatabase> => {
    opening ??= openDatabase(factory, () => {
      opening = undefined;
    });
    return opening;
  };

  const attempt = async <T>(mode: IDBTransactionMode, work: Work<T>): Promise<T> => {
    const database = await open();
    const transaction = database.transaction(storeName, mode);
    const request = work(transaction.objectStore(storeName));
    return new Promise((resolve, reject) => {
      // Written once the transaction is complete, which is after the request has succeeded.
      transaction.addEventListener("complete", () => resolve(request.result));
      transaction.addEventListener("abort", () => reject(transaction.error ?? new Error("IndexedDB gave a transaction up.")));
    });
  };

  /** Browsers close databases of pages that slept, and tell no one: the first failure opens it again. */
  const run = <T>(mode: IDBTransactionMode, work: Work<T>): Promise<T> =>
    attempt(mode, work).catch(() => {
      opening = undefined;
      return attempt(mode, work);
    });

  return {
    load: (owner) => run<StoredMessage[]>("readonly", (store) => store.getAll(rangeOf(owner))),
    async put(owner, message) {
      await run("readwrite", (store) => store.put(message, keyOf(owner, message.pending.clientId)));
    },
    async remove(owner, clientId) {
      await run("readwrite", (store) => store.delete(keyOf(owner, clientId)));
    },
  };
}

function openDatabase(factory: IDBFactory, onGone: () => void): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = factory.open(databaseName, 1);
    request.addEventListener("upgradeneeded", () => request.result.createObjectStore(storeName));
    request.addEventListener("success", () => {
      const database = request.result;
      // Another tab wants to change or delete it, or the browser took it away: the next use opens it again.
      database.addEventListener("versionchange", () => {
        database.close();
        onGone();
      });
      database.addEventListener("close", onGone);
      resolve(database);
    });
    request.addEventListener("error", () => {
      onGone();
      reject(request.error ?? new Error("IndexedDB could not be opened."));
    });
  });
}

const keyOf = ({ server, userId }: OutboxOwner, clientId: string): IDBValidKey => [server, userId, clientId];

/** An array stands after every string: the range ends with the owner's last clientId. */
const rangeOf = ({ server, userId }: OutboxOwner): IDBKeyRange => IDBKeyRange.bound([server, userId], [server, userId, []]);
