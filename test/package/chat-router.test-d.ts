// Checked by `tsc`, never run: the client's own words for the API are what the server has.
import type { ChatRouter } from "@chat/client";
import type { defineChat } from "@chat/contract";
import type { ChatRouter as ServerRouter } from "@chat/server";
import type { inferRouterError, inferRouterInputs, inferRouterOutputs } from "@trpc/server";
import type { z } from "zod";

type Same<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false;
/** Whether something may be written to is no matter of the wire. */
type Plain<T> = T extends (...input: never[]) => unknown ? T : T extends object ? { -readonly [K in keyof T]: Plain<T[K]> } : T;
/** Where two routers differ: the names of procedures that one lacks, or whose type is another. */
type Differs<A, B> = {
  [Noun in keyof A | keyof B]: Noun extends keyof A & keyof B
    ? {
        [Verb in keyof A[Noun] | keyof B[Noun]]: Verb extends keyof A[Noun] & keyof B[Noun]
          ? Same<Plain<A[Noun][Verb]>, Plain<B[Noun][Verb]>> extends true
            ? never
            : `${string & Noun}.${string & Verb}`
          : `${string & Noun}.${string & Verb}`;
      }[keyof A[Noun] | keyof B[Noun]]
    : Noun;
}[keyof A | keyof B];
const nothing = <T extends never>(): T | undefined => undefined;

type Product = ReturnType<
  typeof defineChat<
    z.ZodObject<{ company: z.ZodString }>,
    z.ZodObject<{ orderId: z.ZodString }>,
    z.ZodObject<{ seat: z.ZodNumber }>,
    z.ZodObject<{ priority: z.ZodOptional<z.ZodEnum<{ urgent: "urgent" }>> }>
  >
>;

// The console's calls are no host's: it takes their types from the server itself.
type Shared<T> = Omit<T, "admin">;
nothing<Differs<inferRouterInputs<ChatRouter>, Shared<inferRouterInputs<ServerRouter>>>>();
nothing<Differs<inferRouterOutputs<ChatRouter>, Shared<inferRouterOutputs<ServerRouter>>>>();
nothing<Differs<inferRouterInputs<ChatRouter<Product>>, Shared<inferRouterInputs<ServerRouter<Product>>>>>();
nothing<Differs<inferRouterOutputs<ChatRouter<Product>>, Shared<inferRouterOutputs<ServerRouter<Product>>>>>();
nothing<Differs<{ error: inferRouterError<ChatRouter> }, { error: inferRouterError<ServerRouter> }>>();
