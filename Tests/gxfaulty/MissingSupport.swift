import CLinux
import Glibc

/// Makes this process and its children believe that the kernel lacks something: its system call is not there.
enum MissingSupport {
    static func pretend(_ part: String) -> Bool {
        let calls: [UInt32] = part == "landlock" ? [444, 445, 446] : [UInt32(SYS_seccomp)]
        var code = [sock_filter(code: UInt16(BPF_LD | BPF_W | BPF_ABS), jt: 0, jf: 0, k: 0)]
        for call in calls {
            code.append(sock_filter(code: UInt16(BPF_JMP | BPF_JEQ | BPF_K), jt: 0, jf: 1, k: call))
            code.append(
                sock_filter(
                    code: UInt16(BPF_RET | BPF_K), jt: 0, jf: 0, k: UInt32(SECCOMP_RET_ERRNO) | UInt32(ENOSYS)))
        }
        code.append(sock_filter(code: UInt16(BPF_RET | BPF_K), jt: 0, jf: 0, k: UInt32(SECCOMP_RET_ALLOW)))
        guard gx_prctl(PR_SET_NO_NEW_PRIVS, 1) == 0 else { return false }
        return code.withUnsafeBufferPointer { gx_seccomp_install($0.baseAddress, UInt16($0.count)) } == 0
    }
}
