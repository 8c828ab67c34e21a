private import CSystem
private import Glibc

/// The user's browser.
public enum Browser {
    /// Has it open an address: posix_spawn(3) of xdg-open. False where there is none.
    public static func open(_ address: String) -> Bool {
        let words = ["xdg-open", address]
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
        arguments.append(nil)
        defer { for argument in arguments { free(argument) } }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for stream in [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, stream, "/dev/null", O_RDWR, 0)
        }
        var child: pid_t = 0
        return posix_spawnp(&child, "xdg-open", &actions, nil, arguments, environ) == 0
    }
}
