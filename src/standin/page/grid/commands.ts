/**
 * What a person may do in the grid: look, go about, type, clear, copy, paste, fill, undo. Anything else would
 * change the picture and not the workbook, so it is refused.
 */
const allowed = [
  /\.(?:operation|mutation)\./u,
  /^doc\./u,
  /^ui\./u,
  /^formula-ui\./u,
  /^univer\.command\.(?:undo|redo|copy|paste)/u,
  /^sheet\.command\.(?:set-range-values|clear-selection-(?:content|all)|select|expand|move-selection|scroll|set-scroll|set-zoom|change-zoom|copy|paste|optional-paste|auto-fill|auto-clear-content|set-worksheet-activ|cancel|toggle-gridlines-no|refill|sheet-scroll|reset-scroll|set-once-format)/u,
  /^sheet\.command\.(?:insert-float-dom|remove-sheet-image|insert-sheet-image|set-sheet-image|delete-drawing|insert-drawing)/u,
  /(?:editor|edit-cell|cell-edit|drawing|float)/u,
];

const command = 0;

/** True for a command the preview does not do. */
export function refuses({ id, type }: { id: string; type?: number }): boolean {
  return (type ?? command) === command && !allowed.some((pattern) => pattern.test(id));
}
