() => { window.waymarkUndo(); delete window.waymarkUndo; }
