import {BehaviorSubject, type Observable} from 'rxjs';

/**
 * A value that can be watched. A subscriber that changes it while it is being told is not told out of order: whoever
 * comes after hears the newest value last, and never an old one after a new one.
 */
export class Cell<T> {
  readonly changes$: Observable<T>;
  readonly #subject: BehaviorSubject<T>;
  #value: T;
  #telling = false;
  #stale = false;

  constructor(value: T) {
    this.#value = value;
    this.#subject = new BehaviorSubject(value);
    this.changes$ = this.#subject.asObservable();
  }

  get value(): T {
    return this.#value;
  }

  set(value: T): void {
    this.#value = value;
    this.#stale = true;
    if (this.#telling) return;
    this.#telling = true;
    while (this.#stale) {
      this.#stale = false;
      this.#subject.next(this.#value);
    }
    this.#telling = false;
  }
}
