import { z } from "zod";
import type { ChatDefinition, CustomInput } from "../define-chat.ts";
import { limits } from "../limits.ts";
import { nameText } from "../text.ts";

/**
 * A picture on write: null removes it, a `data:image/(png|jpeg|webp);base64,…` URL of at most `limits.imageBytes` decoded bytes sets it.
 * It comes back as the path `/api/images/<id>`.
 */
export const imageInput = z
  .string()
  .max(Math.ceil((limits.imageBytes * 4) / 3) + 64)
  .regex(/^data:image\/(?:png|jpeg|webp);base64,[A-Za-z0-9+/]+={0,2}$/, {
    error: "A picture is a base64 data URL of a PNG, JPEG or WebP.",
  })
  .nullable();

export const updateMeInput = <D extends ChatDefinition>(chat: D) =>
  z.strictObject({
    name: nameText(limits.name).optional(),
    image: imageInput.optional(),
    custom: chat.custom.user.partial().strict().optional(),
  }) as unknown as z.ZodType<UpdateMe<D>, UpdateMe<D>>;

export interface UpdateMe<D extends ChatDefinition = ChatDefinition> {
  name?: string | undefined;
  image?: string | null | undefined;
  /** Keys given replace those keys; others stay. */
  custom?: Partial<CustomInput<D, "user">> | undefined;
}
