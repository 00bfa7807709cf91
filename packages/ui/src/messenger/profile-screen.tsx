"use client";

import { useMe, useSessions } from "@chat/client/react";
import type { ReactElement } from "react";
import { useTexts } from "../catalogue/catalogue-provider.tsx";
import { errorStrings } from "../catalogue/error-strings.ts";
import { profileStrings } from "../catalogue/profile-strings.ts";
import { attemptOf } from "../channel-view/attempt-of.ts";
import { ConfirmDialog } from "../primitives/confirm-dialog.tsx";
import { ProfileDialog, type ProfileDialogProps } from "../profile/profile-dialog.tsx";
import type { MessengerProps } from "./messenger.tsx";
import { useSignOut } from "./use-sign-out.ts";

const texts = { errors: errorStrings, profile: profileStrings };

export interface ProfileScreenProps extends Pick<
  MessengerProps,
  "theme" | "onThemeChange" | "onChangePassword" | "showSessions" | "onSignOut" | "profileLinks"
> {
  open: boolean;
  onOpenChange: (open: boolean) => void;
}

/** My profile, wired to the client. */
export function ProfileScreen(props: ProfileScreenProps): ReactElement | null {
  const t = useTexts(texts);
  const { state, actions } = useMe();
  const leaving = useSignOut(props.onSignOut);
  if (!state.me) return null;
  const isOwnAccount = state.me.issuer === "local";
  const dialog: ProfileDialogProps = {
    open: props.open,
    onOpenChange: props.onOpenChange,
    me: state.me,
    // A host product's people are named by their host.
    ...(isOwnAccount ? { onSave: (change) => attemptOf(actions.update(change), t) } : {}),
    ...(props.onChangePassword ? { onChangePassword: props.onChangePassword } : {}),
    ...(props.theme ? { theme: props.theme } : {}),
    ...(props.onThemeChange ? { onThemeChange: props.onThemeChange } : {}),
    ...(props.onSignOut ? { onSignOut: leaving.start } : {}),
    ...(props.profileLinks ? { links: props.profileLinks } : {}),
  };
  return (
    <>
      {props.showSessions === false || !isOwnAccount ? <ProfileDialog {...dialog} /> : <WithSessions {...dialog} />}
      <ConfirmDialog
        open={leaving.unsent > 0}
        onOpenChange={leaving.cancel}
        title={t.profile.unsentTitle}
        body={t.profile.unsentBody(leaving.unsent)}
        confirmLabel={t.profile.unsentConfirm}
        danger
        onConfirm={leaving.confirm}
      />
    </>
  );
}

function WithSessions(props: ProfileDialogProps) {
  const t = useTexts(texts);
  const { state, actions } = useSessions();
  return (
    <ProfileDialog
      {...props}
      sessions={state.items}
      onRevoke={(sessionId) => attemptOf(actions.revoke(sessionId), t)}
      onRevokeOthers={() => attemptOf(actions.revokeOthers(), t)}
    />
  );
}
