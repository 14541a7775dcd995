# The rules of check_includes.sh, which calls this with the table `rooms` and the files to look at.
# Plain POSIX awk: Debian's default awk is mawk.

BEGIN {
    lines = split(rooms, line, "\n")
    for (i = 1; i <= lines; i++) {
        words = split(line[i], word, " ")
        if (words == 0) continue
        known[word[1]] = 1
        for (w = 2; w <= words; w++) allow(word[1], word[w])
    }
    bad = 0
}

function allow(room, other) {
    may[room, other] = 1
}

# The room of a path, without asking whether it exists.
function room_of(path,    part, n) {
    n = split(path, part, "/")
    if (path ~ /^app\/main\./) return "app/main"
    if (part[1] == "app" && part[2] == "gui") {
        if (n < 4) return "app/gui"
        return "app/gui/" part[3]
    }
    if (n < 3) return part[1]
    return part[1] "/" part[2]
}

# The line of the table that speaks for a room.
function role_of(room) {
    if (!(room in known) && room ~ /^app\/gui\/./) return "screen"
    return room
}

function permitted(from, to,    role) {
    if (from == to) return 1
    role = role_of(from)
    if ((role, to) in may) return 1
    if (to == "core/store") return 0
    if (((role, "core") in may) && to ~ /^core\//) return 1
    if (((role, "screen") in may) && role_of(to) == "screen") return 1
    if (((role, "gui") in may) && to ~ /^app\/gui\// && to != "app/gui/shell") return 1
    return 0
}

function is_imgui(name) {
    return name ~ /(^|\/)(imgui|imstb_|imconfig)[a-z0-9_]*\.h$/
}

function complain(text) {
    print FILENAME ":" FNR ": " text
    bad++
}

FNR == 1 {
    room = room_of(FILENAME)
    role = role_of(room)
    header = FILENAME !~ /\.cpp$/
    in_core = room ~ /^core/
    model = (role == "screen" || role == "app/gui/palette" || role == "app/gui/records") && FILENAME ~ /_model\.(h|cpp)$/
    if (!(role in known)) complain(room " is not in the table of rooms")
}

/^[ \t]*#[ \t]*include[ \t]*["<]/ {
    quoted = $0 ~ /include[ \t]*"/
    name = $0
    sub(/^[^"<]*["<]/, "", name)
    sub(/[">].*$/, "", name)

    if (name ~ /^(core|app)\//) {
        other = room_of(name)
        if (!permitted(room, other)) complain(room " may not use " other)
        else if (model && other ~ /^app\// && other != room && other != "app/gui/context")
            complain("a model uses core and the context only, not " other)
        count[FILENAME]++
        target[FILENAME, count[FILENAME]] = name
        if (model) {
            models[++model_includes] = name
            model_place[model_includes] = FILENAME ":" FNR
        }
        next
    }
    if (name ~ /^tests\//) { complain("the program may not use its tests"); next }
    if (quoted && !is_imgui(name)) { complain("\"" name "\": own headers are named from the repository's root"); next }

    if (is_imgui(name)) {
        draws[FILENAME] = 1
        if (room !~ /^app\/gui\//) complain(name ": Dear ImGui belongs below app/gui")
        else if (model) complain(name ": a model does without Dear ImGui")
    } else if (name ~ /^(GLFW|GL|EGL)\// && room != "app/gui/shell") {
        complain(name ": the window system belongs in app/gui/shell")
    } else if (name ~ /^(sqlite3|libpq|postgresql\/)/ && !(room == "core/store" && !header)) {
        complain(name ": a database engine belongs in a .cpp of core/store")
    } else if (in_core && header && name ~ /[.\/]/) {
        complain(name ": a core header needs only the standard library and core")
    }
}

# Does a file reach Dear ImGui through own headers? Cycles end at `seen`.
function reaches(file,    i) {
    if (file in draws) return 1
    if (file in seen) return 0
    seen[file] = 1
    for (i = 1; i <= count[file]; i++)
        if (reaches(target[file, i])) return 1
    return 0
}

END {
    for (m = 1; m <= model_includes; m++) {
        split("", seen)
        if (reaches(models[m])) {
            print model_place[m] ": " models[m] " brings Dear ImGui into a model"
            bad++
        }
    }
    exit bad > 0
}
