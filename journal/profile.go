package journal

// Role is which side of the hurt the person is on, in their own view.
type Role string

// The roles. It can change any day.
const (
	Hurt   Role = "hurt"
	Caused Role = "caused"
	Both   Role = "both"
	Unsure Role = "unsure"
)

// Roles lists every role in the order it is offered.
func Roles() []Role { return []Role{Hurt, Caused, Both, Unsure} }

// ParseRole returns the role named s, or an InvalidError.
func ParseRole(s string) (Role, error) {
	for _, r := range Roles() {
		if string(r) == s {
			return r, nil
		}
	}
	return "", invalid("role", "it is none of hurt, caused, both, unsure")
}

// Path is where the person is heading; every one is a complete outcome.
type Path string

// The paths. The empty Path has not been chosen.
const (
	Undecided    Path = "undecided"
	Trying       Path = "trying"
	SteppingBack Path = "stepping-back"
	PartingWell  Path = "parting-well"
)

// Paths lists every path, in the order in which it is offered.
func Paths() []Path { return []Path{Undecided, Trying, SteppingBack, PartingWell} }

// ParsePath returns the path named s, or an InvalidError.
func ParsePath(s string) (Path, error) {
	for _, p := range Paths() {
		if string(p) == s {
			return p, nil
		}
	}
	return "", invalid("path", "it is none of undecided, trying, stepping-back, parting-well")
}

// DefaultGuide is the id of the guide a new journal follows.
const DefaultGuide = "rebuilding-trust"

// Profile is what the journal knows about how its person uses it.
type Profile struct {
	Role      Role
	Path      Path
	PathUntil Day    // review date of the path, or none
	Guide     string // id of the guide being followed
	Welcomed  bool   // the first-run pages are done
	Settings  map[string]string
}

// Check returns nil if the profile can be kept, else an InvalidError.
func (p Profile) Check() error {
	if _, err := ParseRole(string(p.Role)); err != nil {
		return err
	}
	if p.Path != "" {
		if _, err := ParsePath(string(p.Path)); err != nil {
			return err
		}
	}
	if p.PathUntil != "" {
		if _, err := ParseDay(string(p.PathUntil)); err != nil {
			return err
		}
	}
	for key, value := range p.Settings {
		if err := checkWord("setting", key); err != nil {
			return err
		}
		if err := CheckText("setting", value, MaxText); err != nil {
			return err
		}
	}
	return checkWord("guide", p.Guide)
}
