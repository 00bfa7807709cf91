/** Whether the person is asked for their password just now: one question at a time, however many calls wait for its answer. */
export class PasswordPrompt {
  readonly #listeners = new Set<() => void>();
  #question: { readonly answered: Promise<boolean>; readonly answer: (isProved: boolean) => void } | null = null;

  readonly isOpen = (): boolean => this.#question !== null;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** Answers whether they gave it. */
  ask(): Promise<boolean> {
    if (this.#question === null) {
      const { promise: answered, resolve: answer } = Promise.withResolvers<boolean>();
      this.#question = { answered, answer };
      this.#tell();
    }
    return this.#question.answered;
  }

  answer(isProved: boolean): void {
    this.#question?.answer(isProved);
    this.#question = null;
    this.#tell();
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
