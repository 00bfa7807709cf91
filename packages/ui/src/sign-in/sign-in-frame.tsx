import type { ReactElement, ReactNode } from "react";
import { AtSignIcon } from "../primitives/icons.tsx";

export interface SignInFrameProps {
  logo?: ReactNode;
  title: string;
  text: string;
  /** The question under the form, and its answer as a link or button. */
  question: string;
  answer: string;
  href?: string | undefined;
  onAnswer?: (() => void) | undefined;
  /** Under the card. */
  after?: ReactNode;
  children: ReactNode;
}

const link = "chat:rounded-sm chat:font-medium chat:text-accent-text chat:underline-offset-2 chat:hover:underline";

/** The page around a sign-in form: logo, title, card, and the way to the other form. */
export function SignInFrame(props: SignInFrameProps): ReactElement {
  return (
    <main
      data-slot="sign-in"
      className="chat-scroll chat:flex chat:min-h-full chat:flex-col chat:items-center chat:justify-center chat:gap-6 chat:overflow-y-auto chat:bg-surface chat:px-4 chat:py-10"
    >
      <div className="chat:w-full chat:max-w-90">
        <div className="chat:mb-6 chat:flex chat:flex-col chat:items-center chat:text-center">
          {props.logo ?? (
            <span className="chat:mb-4 chat:flex chat:size-11 chat:items-center chat:justify-center chat:rounded-xl chat:bg-accent chat:text-accent-contrast">
              <AtSignIcon size={24} />
            </span>
          )}
          <h1 className="chat:text-lg chat:font-semibold">{props.title}</h1>
          <p className="chat:text-sm chat:text-muted">{props.text}</p>
        </div>
        <div className="chat:rounded-2xl chat:border chat:border-border chat:bg-bg chat:p-5 chat:shadow-raised">
          {props.children}
        </div>
        {(props.href !== undefined || props.onAnswer) && (
          <p className="chat:mt-4 chat:text-center chat:text-sm chat:text-muted">
            {props.question}{" "}
            {props.href === undefined ? (
              <button type="button" className={link} onClick={props.onAnswer}>
                {props.answer}
              </button>
            ) : (
              <a href={props.href} className={link}>
                {props.answer}
              </a>
            )}
          </p>
        )}
      </div>
      {props.after}
    </main>
  );
}
