using Microsoft.AspNetCore.Mvc;

namespace EmptyMvc;

public sealed class HomeController : Controller
{
    public IActionResult Index() => View();
}
