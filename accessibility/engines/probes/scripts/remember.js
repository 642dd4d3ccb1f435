() => { window.waymarkBefore = new Set([...window.waymark.cutOff(), ...window.waymark.burst()]); }
