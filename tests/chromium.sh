# Read by scripts: `find_chromium LOG` says where Chromium is. Where the machine is ours to change, it is installed first.
find_chromium() {
    local is_there='command -v chromium || command -v chromium-browser || command -v google-chrome'
    if ! eval "$is_there" >/dev/null && [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        { apt-get update -q && timeout 120 apt-get install -yq --no-install-recommends chromium; } >"$1" 2>&1
    fi
    eval "$is_there"
}
