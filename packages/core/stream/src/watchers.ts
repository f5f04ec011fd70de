import {distinctUntilChanged, Observable, Subject} from 'rxjs';

/** Who watches which key: a change wakes the watchers of its key and nobody else, and costs nothing where nobody is. */
export class Watchers<K, V> {
  readonly #read: (key: K) => V;
  readonly #subjects = new Map<K, Subject<V>>();

  /** @param read The value of a key now. */
  constructor(read: (key: K) => V) {
    this.#read = read;
  }

  /** How many keys are watched. */
  get size(): number {
    return this.#subjects.size;
  }

  /** The value of a key now, and whenever it was changed. */
  of(key: K): Observable<V> {
    return new Observable<V>((subscriber) => {
      const subject = this.#subject(key);
      const subscription = subject.subscribe((value) => subscriber.next(value));
      subscriber.next(this.#read(key));
      return () => {
        subscription.unsubscribe();
        if (!subject.observed && this.#subjects.get(key) === subject) this.#subjects.delete(key);
      };
    }).pipe(distinctUntilChanged());
  }

  /** Tells the watchers of a key what it is now. */
  wake(key: K): void {
    this.#subjects.get(key)?.next(this.#read(key));
  }

  #subject(key: K): Subject<V> {
    const known = this.#subjects.get(key);
    if (known) return known;
    const subject = new Subject<V>();
    this.#subjects.set(key, subject);
    return subject;
  }
}
