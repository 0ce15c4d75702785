import type { Manifest, RibbonButton } from "./manifest";

interface Props {
  readonly manifest: Manifest;
  /** Id of the button whose command runs. */
  readonly running: string | null;
  onPress(button: RibbonButton): void;
}

/** The add-in's own tab of Excel's ribbon. */
export function Ribbon({ manifest, running, onPress }: Props) {
  return (
    <nav className="ribbon" aria-label={`${manifest.tab} ribbon`}>
      <span className="tab">{manifest.tab}</span>
      <div className="groups">
        {manifest.groups.map((group) => (
          <div className="group" role="group" aria-label={group.label} key={group.label}>
            <div className="buttons">
              {group.buttons.map((button) => (
                <button
                  type="button"
                  key={button.id}
                  title={button.tip}
                  aria-disabled={running !== null}
                  aria-busy={running === button.id}
                  onClick={() => onPress(button)}
                >
                  <img src={button.icon} alt="" />
                  {button.label}
                </button>
              ))}
            </div>
            <p className="name">{group.label}</p>
          </div>
        ))}
      </div>
    </nav>
  );
}
