interface Roll {
  /** How many changes of that node were heard, without a gap. */
  version: number;
  heardAt: number;
  /** Sockets and event streams. */
  connections: number;
  readonly userIds: Set<string>;
}

/** Who is at which node, as far as the nodes told. Answers whose presence changed by what was told: being at one node is enough. */
export class Attendance {
  readonly #rolls = new Map<string, Roll>();
  /** At how many nodes somebody is. */
  readonly #counts = new Map<string, number>();

  /** How many people are at any node. */
  get size(): number {
    return this.#counts.size;
  }

  people(): string[] {
    return [...this.#counts.keys()];
  }

  noteConnections(node: string, connections: number): void {
    this.#rollOf(node).connections = connections;
  }

  /** How many connections all nodes but this one have, as they last told. */
  connectionsBeside(node: string): number {
    let sum = 0;
    for (const [other, { connections }] of this.#rolls) if (other !== node) sum += connections;
    return sum;
  }

  has(userId: string): boolean {
    return this.#counts.has(userId);
  }

  isAt(node: string, userId: string): boolean {
    return this.#rolls.get(node)?.userIds.has(userId) ?? false;
  }

  at(node: string): string[] {
    return [...(this.#rolls.get(node)?.userIds ?? [])];
  }

  /** A node's next change; true if somebody is online or offline by it. One that does not follow the last is left to the list. */
  change(node: string, version: number, userId: string, isHere: boolean): boolean {
    const roll = this.#rollOf(node);
    if (version !== roll.version + 1) return false;
    roll.version = version;
    return isHere ? this.#add(roll, userId) : this.#remove(roll, userId);
  }

  /** True where all changes of a node up to a version were heard. */
  isKnown(node: string, version: number): boolean {
    return this.#rollOf(node).version >= version;
  }

  /** The whole list of a node; answers whose presence changed. */
  replace(node: string, version: number, userIds: readonly string[]): string[] {
    const roll = this.#rollOf(node);
    if (version <= roll.version) return [];
    roll.version = version;
    const now = new Set(userIds);
    const gone = [...roll.userIds].filter((userId) => !now.has(userId));
    return [...gone.filter((userId) => this.#remove(roll, userId)), ...userIds.filter((userId) => this.#add(roll, userId))];
  }

  /** Forgets nodes that have not said a word for so long; answers whose presence changed. */
  dropSilent(silentMs: number): string[] {
    const gone: string[] = [];
    for (const [node, roll] of this.#rolls) {
      if (performance.now() - roll.heardAt <= silentMs) continue;
      this.#rolls.delete(node);
      gone.push(...[...roll.userIds].filter((userId) => this.#remove(roll, userId)));
    }
    return gone;
  }

  #rollOf(node: string): Roll {
    let roll = this.#rolls.get(node);
    if (roll === undefined) this.#rolls.set(node, (roll = { version: 0, heardAt: 0, connections: 0, userIds: new Set() }));
    roll.heardAt = performance.now();
    return roll;
  }

  /** True if they are now at their first node. */
  #add(roll: Roll, userId: string): boolean {
    if (roll.userIds.has(userId)) return false;
    roll.userIds.add(userId);
    const count = this.#counts.get(userId) ?? 0;
    this.#counts.set(userId, count + 1);
    return count === 0;
  }

  /** True if they are now at no node. */
  #remove(roll: Roll, userId: string): boolean {
    if (!roll.userIds.delete(userId)) return false;
    const count = (this.#counts.get(userId) ?? 1) - 1;
    if (count > 0) this.#counts.set(userId, count);
    else this.#counts.delete(userId);
    return count === 0;
  }
}
