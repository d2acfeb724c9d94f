// Of whom minutes speak. As in macros/documents/linking/context.py, where the rules are said.

export const LOWEST = 9;
export const NEAREST = new Set(["同諮問", "同号", "同件", "同"]);
const TOPIC = new Set(["本件", "本件諮問", "本諮問", "本案件"]);

/** Changes as a draft is read. Mentions are maps from names to targets; null for what the archive has not. */
export class Scope {
  subject = new Map();
  passage = new Map();
  paragraph = new Map();
  isAbout = false;
  last = null;
  previous = null;
  spoken = [];
  cited = null;
  headings = [];

  listed = new Map();
  listedLevel = 0;
  topics = new Set();
  isSaid = false;
  isTurn = false;
  owners = new Map();
  other = -1;
  terms = new Map();
  foreign = new Set();
  above = [];
  titleAbove = null;
  column = null;
  clauseEnd = -1;

  begin(level, isTurn) {
    Object.assign(this, { paragraph: new Map(), isAbout: false, last: null, previous: null, spoken: [], cited: null, other: -1, clauseEnd: -1, isTurn, owners: new Map() });
    if (!level) return;
    let isDeeper = true;
    while (this.headings.length && this.headings.at(-1)[0] >= level) {
      this.headings.pop();
      isDeeper = false;
    }
    this.subject = new Map(isTurn ? [] : this.headings.at(-1)?.[1]);
    if (isTurn || !isDeeper || !this.headings.length) {
      this.passage = new Map(this.subject);
      this.topics = new Set(this.subject.keys());
      this.foreign = new Set();
      this.isSaid = this.headings.at(-1)?.[2] ?? false;
    }
  }

  isOfOther(sentence) {
    return this.other >= sentence && this.spoken.every(([at]) => at < this.other);
  }

  end(level) {
    if (level < LOWEST || level !== this.listedLevel) this.listed = new Map();
    if (!level) return;
    const own = new Map([...this.paragraph, ...this.listed]);
    while (own.size && this.headings.at(-1)?.[3]) {
      this.headings.pop();
      this.subject = new Map();
    }
    if (this.listed.size && own.size > 1) {
      this.subject = new Map();
      this.passage = new Map();
      this.topics = new Set();
    } else if (own.size && this.subject.size && !isWithin(own, this.subject)) {
      this.subject = new Map([...this.subject, ...own]);
    } else if (own.size) {
      this.subject = own;
      this.passage = new Map(own);
      this.topics = new Set(own.keys());
    }
    this.listed = level >= LOWEST ? own : new Map();
    this.listedLevel = level;
    this.headings.push([level, this.subject, this.isSaid, this.isTurn]);
  }

  mention(at, name, target, isTopic) {
    this.spoken.push([at, name, target]);
    this.paragraph.set(name, target);
    this.passage.set(name, target);
    this.previous = [name, target];
    this.isAbout ||= isTopic;
    if (isTopic) this.topics.add(name);
    if (isTopic && this.subject.size && this.headings.at(-1)?.[0] >= LOWEST) this.subject.set(name, target);
  }

  chained() {
    const [at, name, target] = this.cited;
    const isAlone = this.spoken.every(([place, other]) => place < at || other === name);
    return isAlone && (!this.subject.size || this.subject.has(name)) ? [name, target] : null;
  }

  candidates(word, sentence) {
    if (word === "同号") return this.paragraph;
    if (NEAREST.has(word)) {
      const here = this.spoken.filter(([at]) => at >= sentence).map(([, name, target]) => [name, target]);
      return [new Map(here), this.paragraph].find((each) => each.size) ?? this.passage;
    }
    if (this.paragraph.size && this.isAbout && (!this.subject.size || (!word && this.isOneOfSeveral()))) return this.paragraph;
    if (TOPIC.has(word)) return new Map([...(this.subject.size ? this.subject : this.passage), ...this.paragraph]);
    return this.passage;
  }

  isOneOfSeveral() {
    return this.subject.size > 1 && this.paragraph.size === 1 && [...this.paragraph.keys()].every((name) => this.subject.has(name));
  }
}

function isWithin(own, subject) {
  const numbers = [...subject.values()].map((target) => target?.number).filter(Boolean);
  const [lowest, highest] = numbers.length ? [Math.min(...numbers), Math.max(...numbers)] : [0, 0];
  const isBetween = (target) => target !== null && lowest <= (target.number ?? -1) && (target.number ?? -1) <= highest;
  return [...own].every(([name, target]) => subject.has(name) || isBetween(target));
}
