import { randomUUID } from "node:crypto";
import type { IncomingMessage, Server, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import type { ChatDefinition, SettingValues, UserRef } from "@chat/contract";
import type { Database } from "@chat/db";
import { startKeepingDays } from "./admin/keep-days.ts";
import { AuditIntents, type IntentTiming } from "./audit/intents.ts";
import { isOpenToAll } from "./auth/admit-sign-up.ts";
import { resolveBanned, resolveCaller } from "./auth/resolve-caller.ts";
import type { Context } from "./context.ts";
import { createSockets } from "./socket/attach-sockets.ts";
import type { HeartbeatTiming } from "./socket/heartbeat.ts";
import { defaultStrangerRules, type StrangerRules } from "./socket/strangers.ts";
import { watchVitals } from "./health/vitals.ts";
import { createEntrance, type Entrance } from "./http/entrance.ts";
import { createRequestHandler } from "./http/handle-request.ts";
import { Limits } from "./limits/limits.ts";
import type { Rates } from "./limits/rates.ts";
import { silentLogger, type Logger } from "./logger.ts";
import { openNodes, type Nodes } from "./nodes/open-nodes.ts";
import type { NodeTiming } from "./nodes/timing.ts";
import type { Transport } from "./nodes/transport.ts";
import { PresenceTracker } from "./presence/presence-tracker.ts";
import { startKeepingCases } from "./reports/keep-cases.ts";
import { defaultModerationRules, type ModerationRules } from "./reports/moderation-rules.ts";
import { Append } from "./realtime/append.ts";
import { CursorWriter } from "./realtime/cursors.ts";
import { Epoch } from "./realtime/epoch.ts";
import { Hub } from "./realtime/hub.ts";
import { readNodeChanges } from "./realtime/read-changes.ts";
import { startRecheck } from "./realtime/recheck.ts";
import { createRootCaller, createRootRouter, type ChatRouter } from "./root-router.ts";
import { RuleBook } from "./rules/rule-book.ts";
import type { Access, Directory, Services } from "./services.ts";
import { SettingBook, type LockedSettings } from "./settings/setting-book.ts";
import { watchVersions } from "./settings/versions.ts";
import { publishUser } from "./users/publish-user.ts";

export interface ChatOptions<D extends ChatDefinition> {
  /** What `defineChat` made. */
  readonly chat: D;
  /** A migrated database; stays open when the chat closes. */
  readonly database: Database;
  /** Where people reach this site, such as https://chat.example.com. Cookies count only from its origin. */
  readonly publicUrl: string;
  /** Other sites' origins, whose pages may call with a host-signed token. */
  readonly allowedOrigins?: readonly string[] | undefined;
  /** Signs sessions; at least 32 characters. */
  readonly secret: string;
  /** HS256 key of host-signed user tokens; at least 32 characters. */
  readonly tokenSecret: string;
  /** Who may find whom. Default: `all` for people of this site, `shared` for token users. */
  readonly directory?: Directory | null | undefined;
  /** Settings that the console must not change, such as `{ signUpPolicy: "closed" }`. */
  readonly lockedSettings?: LockedSettings | undefined;
  /** Opens rooms by their keys to people of host products whose token does not name them, such as all of a team. Default: to nobody. */
  readonly access?: Access | undefined;
  /** Addresses or networks of proxies whose X-Forwarded-For is believed. Default: none. */
  readonly trustedProxies?: readonly string[] | undefined;
  /** How the queue of reports works; what is not named keeps its default. */
  readonly moderation?: Partial<ModerationRules> | undefined;
  /** How often what may be done; what is not named keeps its default, null takes one off, or all of them. */
  readonly limits?: Partial<Rates> | null | undefined;
  /** Opens /api/metrics to who sends it as a bearer token. Without one, only a scraper on the same machine is answered. */
  readonly metricsToken?: string | undefined;
  /** Redis 6 or newer, over which several nodes on one database are one: `redis://host:6379`. Without it this is the only node. */
  readonly redisUrl?: string | undefined;
  /** Carries messages between nodes instead of Redis. */
  readonly transport?: Transport | undefined;
  /** How closely nodes watch one another; the defaults find a lost message within two seconds. */
  readonly nodeTiming?: Partial<NodeTiming> | undefined;
  /** When the entry of an action of staff is taken for one whose node went down; the default is a minute. */
  readonly auditTiming?: Partial<IntentTiming> | undefined;
  /** When a socket that is silent is given up; the defaults free it within 34 s. */
  readonly heartbeat?: Partial<HeartbeatTiming> | undefined;
  /** What is granted to sockets that have not proved yet whose they are. */
  readonly strangers?: Partial<StrangerRules> | undefined;
  readonly log?: Logger | undefined;
}

/** What the pages before signing in show of this site. */
export interface Site {
  readonly name: string;
  readonly signUpPolicy: SettingValues["signUpPolicy"];
}

/** A running chat server, to be put in front of any Node HTTP server. */
export interface Chat<D extends ChatDefinition> {
  readonly router: ChatRouter<D>;
  /** As of now; staff may change it while the server runs. */
  site(): Site;
  /** Whether the sign-up page is for everybody: by policy, or since nobody is here yet. */
  isOpenToAll(): Promise<boolean>;
  /** Every procedure as a function, for whoever the headers' cookie or bearer token proves: for server components and tests. */
  callerFor(headers: Headers): Promise<ReturnType<ReturnType<typeof createRootCaller<D>>>>;
  /** Serves /api/trpc, /api/auth, /api/images, /api/health, /api/ready and /api/metrics; false when the path is not ours. */
  handle(req: IncomingMessage, res: ServerResponse): Promise<boolean>;
  /** Takes upgrade requests for /api/trpc, and hands all others on. */
  attach(server: Server, otherUpgrade?: (req: IncomingMessage, socket: Duplex, head: Buffer) => void): void;
  /**
   * Takes no more sockets, closes those that are open with 1012, and finishes what runs; within some seconds. Where other nodes stay, people are sent
   * on to them one by one: stop listening first, so that a proxy brings nobody back here.
   */
  close(): Promise<void>;
}

/** Builds a chat server on a migrated database. Rejects when the database cannot be reached; throws a TypeError for a bad URL or secret. */
export async function createChat<D extends ChatDefinition>(options: ChatOptions<D>): Promise<Chat<D>> {
  const { chat, database: db, log = silentLogger } = options;
  const { redisUrl, transport, nodeTiming: timing } = options;
  const nodes = await openNodes({ db, redisUrl, transport, timing, log });
  const { services, entrance } = createServices(options, nodes, log);
  nodes.watch(services.hub);
  await services.epoch.refresh();
  const { rules, settings } = services;
  const watch = await watchVersions({ db, log, load: { rules: () => rules.load(), settings: () => settings.load() } });
  const router = createRootRouter(chat);
  const createCaller = createRootCaller<D>(router);
  const strangerRules = {
    ...defaultStrangerRules,
    ...(options.limits === null && { perAddress: Infinity }),
    ...options.strangers,
  };
  const sockets = createSockets({ services, entrance, router, bus: nodes.bus, heartbeat: options.heartbeat, strangerRules });
  const cases = startKeepingCases(services);
  const keptDays = startKeepingDays({ db, log });
  const recheck = startRecheck({ db, bus: nodes.bus, hub: services.hub, epoch: services.epoch, log });
  return {
    router,
    site: () => ({ name: settings.get("siteName"), signUpPolicy: settings.get("signUpPolicy") }),
    isOpenToAll: () => isOpenToAll({ db, settings }),
    async callerFor(headers) {
      const caller = await resolveCaller(entrance, { headers, mayChange: false });
      const bannedCaller = () => resolveBanned(entrance, { headers, mayChange: false });
      const context: Context = { services, caller, bannedCaller, connection: null, requestId: randomUUID(), ip: null };
      return createCaller(context);
    },
    handle: createRequestHandler({ services, entrance, router, metricsToken: options.metricsToken }),
    attach: sockets.attach,
    async close() {
      recheck.stop();
      await Promise.all([cases.stop(), keptDays.stop(), services.intents.stop()]);
      watch.stop();
      services.vitals.stop();
      await sockets.close();
      await services.append.close();
      await services.cursors.flush();
      await rules.close();
      await services.presence.close();
      await nodes.close();
    },
  };
}

function createServices<D extends ChatDefinition>(
  options: ChatOptions<D>,
  nodes: Nodes,
  log: Logger,
): { services: Services; entrance: Entrance } {
  const { bus, store, timing } = nodes;
  const { chat: definition, database: db, publicUrl, allowedOrigins, secret, tokenSecret, trustedProxies } = options;
  const hub = new Hub({
    bus,
    log,
    readChanges: (channelId, since) => readNodeChanges(db, definition, channelId, since),
    onDelivered: (channelId, userId, seq) => cursors.delivered(channelId, userId, seq),
  });
  const cursors = new CursorWriter(db, hub, log);
  const settings = new SettingBook(db, options.lockedSettings);
  const limits = new Limits({ rates: options.limits, store });
  const onUserChanged = (user: UserRef) => {
    publishUser({ db, hub }, user).catch((error: unknown) => log.warn({ err: error }, "a rename could not be told"));
  };
  const entrance = createEntrance({
    db,
    publicUrl,
    allowedOrigins,
    secret,
    tokenSecret,
    trustedProxies,
    limits,
    settings,
    log,
    onUserChanged,
    onSessionsEnded: (sessionIds) => hub.closeSessions(sessionIds),
  });
  const services: Services = {
    definition,
    db,
    append: new Append({ db, definition, log, publish: (committed) => hub.publish(committed) }),
    hub,
    cursors,
    presence: new PresenceTracker({ db, bus, hub, log, rollMs: 2 * timing.beatMs }),
    limits,
    epoch: new Epoch(db),
    rules: new RuleBook({ db, bus, log }),
    vitals: watchVitals(nodes),
    settings,
    intents: new AuditIntents({ db, log, timing: options.auditTiming }),
    log,
    callerOfToken: (token) => resolveCaller(entrance, { headers: new Headers(), token, mayChange: true }),
    directory: options.directory ?? null,
    access: options.access ?? null,
    moderation: { ...defaultModerationRules, ...options.moderation },
  };
  return { services, entrance };
}
