import { useId, type ReactNode } from "react";

const fieldLook =
  "chat:h-9 chat:w-full chat:rounded-lg chat:border chat:border-border-strong chat:bg-bg chat:px-2 chat:text-sm chat:text-text";

export function SelectField<V extends string>({
  label,
  value,
  options,
  onChange,
}: {
  label: string;
  value: V;
  options: Readonly<Record<V, string>>;
  onChange: (value: V) => void;
}) {
  const id = useId();
  return (
    <div className="chat:flex chat:flex-col chat:gap-1">
      <label htmlFor={id} className="chat:text-xs chat:font-medium">
        {label}
      </label>
      <select id={id} value={value} onChange={(event) => onChange(event.currentTarget.value as V)} className={fieldLook}>
        {(Object.entries(options) as [V, string][]).map(([option, name]) => (
          <option key={option} value={option}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

export function NumberField({
  label,
  value,
  min,
  max,
  onChange,
}: {
  label: string;
  value: number;
  min: number;
  max: number;
  onChange: (value: number) => void;
}) {
  const id = useId();
  return (
    <div className="chat:flex chat:min-w-0 chat:flex-1 chat:flex-col chat:gap-1">
      <label htmlFor={id} className="chat:text-xs chat:font-medium">
        {label}
      </label>
      <input
        id={id}
        type="number"
        min={min}
        max={max}
        value={Number.isNaN(value) ? "" : value}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
        className={`${fieldLook} chat:tabular-nums`}
      />
    </div>
  );
}

export function CheckField({
  checked,
  onChange,
  children,
}: {
  checked: boolean;
  onChange: (checked: boolean) => void;
  children: ReactNode;
}) {
  return (
    <label className="chat:flex chat:items-center chat:gap-2 chat:text-sm">
      <input
        type="checkbox"
        className="chat:size-4"
        checked={checked}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
      {children}
    </label>
  );
}

export interface FieldsProps<F> {
  form: F;
  onChange: (changed: Partial<F>) => void;
}
