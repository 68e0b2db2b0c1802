/* What this device keeps of a note until the server has it: the text beside the page, the photograph
   in a small database. Each person's own: the key holds whose it is and of which meeting. */
"use strict";

{
  const LEAD = "notatka:";
  const DAYS = 14; // after which an unsent copy is dropped
  const DAY = 24 * 60 * 60 * 1000; // milliseconds
  const STORE = "zdjecia";

  function database() {
    return new Promise((done, fail) => {
      const asked = indexedDB.open("notatki", 1);
      asked.onupgradeneeded = () => asked.result.createObjectStore(STORE);
      asked.onsuccess = () => done(asked.result);
      asked.onerror = () => fail(asked.error);
    });
  }

  /* Runs one request on the store of photographs; its answer once it is on the disk. */
  async function withPhotos(mode, deed) {
    const opened = await database();
    try {
      return await new Promise((done, fail) => {
        const transaction = opened.transaction(STORE, mode);
        const asked = deed(transaction.objectStore(STORE));
        transaction.oncomplete = () => done(asked.result);
        transaction.onabort = transaction.onerror = () => fail(transaction.error);
      });
    } finally {
      opened.close();
    }
  }

  function read(key) {
    try {
      return JSON.parse(localStorage.getItem(key));
    } catch {
      return null;
    }
  }

  window.noteDevice = {
    key: (person, event) => `${LEAD}${person}:${event}`,

    read,

    /* Whether it is kept: a full or a forbidden storage keeps nothing. */
    write(key, copy) {
      try {
        localStorage.setItem(key, JSON.stringify(copy));
        return true;
      } catch {
        return false;
      }
    },

    async forget(key) {
      try {
        localStorage.removeItem(key);
        await withPhotos("readwrite", (store) => store.delete(key));
      } catch {
        // Where nothing can be kept there is nothing to forget.
      }
    },

    async writePhoto(key, file) {
      try {
        await withPhotos("readwrite", (store) => (file ? store.put(file, key) : store.delete(key)));
        return true;
      } catch {
        return false;
      }
    },

    async readPhoto(key) {
      try {
        return (await withPhotos("readonly", (store) => store.get(key))) ?? null;
      } catch {
        return null;
      }
    },

    /* Anybody's: a device is not an archive. */
    async purge(now) {
      const keys = Object.keys(localStorage).filter((key) => key.startsWith(LEAD));
      const old = keys.filter((key) => now - (read(key)?.at ?? 0) > DAYS * DAY);
      for (const key of old) await this.forget(key);
    },
  };
}
