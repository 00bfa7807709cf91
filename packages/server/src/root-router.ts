import type { ChatDefinition } from "@chat/contract";
import { adminRouter } from "./admin/router.ts";
import { channelRouter } from "./channels/router.ts";
import { memberRouter } from "./members/router.ts";
import { messageRouter } from "./messages/router.ts";
import { reactionRouter } from "./reactions/router.ts";
import { liveRouter } from "./realtime/router.ts";
import { sessionRouter } from "./sessions/router.ts";
import { appealRouter } from "./appeals/router.ts";
import { reportRouter } from "./reports/router.ts";
import { sanctionRouter } from "./sanctions/router.ts";
import { createCallerFactory, router } from "./trpc.ts";
import { userRouter } from "./users/router.ts";

/** The whole API (DESIGN §5), typed by the product's own fields. */
export const createRootRouter = <D extends ChatDefinition>(chat: D) =>
  router({
    user: userRouter(chat),
    channel: channelRouter(chat),
    member: memberRouter<D>(),
    message: messageRouter(chat),
    reaction: reactionRouter<D>(),
    live: liveRouter<D>(),
    session: sessionRouter,
    report: reportRouter,
    sanction: sanctionRouter,
    appeal: appealRouter,
    admin: adminRouter(chat),
  });

/** The router's type for a product: `createTRPCClient<ChatRouter<typeof chat>>`. */
export type ChatRouter<D extends ChatDefinition = ChatDefinition> = ReturnType<typeof createRootRouter<D>>;

export const createRootCaller = <D extends ChatDefinition>(chatRouter: ChatRouter<D>) => createCallerFactory(chatRouter);
